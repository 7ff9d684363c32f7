package org.acme;

import com.sun.jna.Library;

public interface Words extends Library {
  int count_words(String text);
}
