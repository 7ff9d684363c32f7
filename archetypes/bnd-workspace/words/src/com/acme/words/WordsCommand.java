package com.acme.words;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** In a shell of Gogo's: {@code words:count "to be or not"}. */
@Component(
    service = WordsCommand.class,
    property = {"osgi.command.scope=words", "osgi.command.function=count"})
public final class WordsCommand {
  private final Words words;

  /** Made by Declarative Services, when the library can be linked. */
  @Activate
  public WordsCommand(@Reference Words words) {
    this.words = words;
  }

  /** How many words there are in a text, and in all so far. */
  public String count(String text) {
    return words.count(text) + " of " + words.seen();
  }
}
