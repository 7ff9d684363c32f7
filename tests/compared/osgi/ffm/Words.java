package org.acme;

public interface Words {
  int count_words(String text);
}
