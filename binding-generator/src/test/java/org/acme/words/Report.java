package org.acme.words;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dylink.binding.Callback;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceScope;

/** The component of docs/guide-header.md. */
@Component(service = Report.class)
public final class Report {
  private final Words words;

  /** Made by Declarative Services. */
  @Activate
  public Report(@Reference(scope = ReferenceScope.PROTOTYPE_REQUIRED) Words words) {
    this.words = words;
  }

  /** The word that stands most often in a text, in capitals. */
  public String most(String text) {
    Words.Word most = words.words_most(text);
    byte[] out = new byte[Words.WORDS_LONGEST];
    int length = words.words_upper(out, out.length, most.text());
    return new String(out, 0, length, StandardCharsets.UTF_8) + " " + most.count();
  }

  /** The words of a text, the last one first. */
  public List<String> backwards(String text) {
    List<String> all = new ArrayList<>();
    Words.WordVisitor visitor =
        (user, word) -> {
          all.add(word.readString(0));
          return 0;
        };
    try (Callback<Words.WordVisitor> callback =
        words.binding().callback(Words.WordVisitor.class, visitor)) {
      words.words_each(text, Words.WORDS_BACKWARDS, callback, null);
    }
    return all;
  }
}
