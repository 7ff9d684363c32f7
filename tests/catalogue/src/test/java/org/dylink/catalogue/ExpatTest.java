package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dylink.binding.Callback;
import org.dylink.binding.Pointer;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.example.expat.Expat;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** What libexpat.so does, by the interface of its header, without a framework. */
class ExpatTest {
  @Test
  void elementsAndTextAreTold() throws Exception {
    List<String> told = new ArrayList<>();
    try (Dylink linker = Libraries.open();
        Expat expat = WasmBinder.bind(Expat.class, linker);
        Callback<Expat.XMLStartElementHandler> start =
            expat
                .binding()
                .callback(
                    Expat.XMLStartElementHandler.class,
                    (user, name, attributes) -> told.add("<" + name.readString(0)));
        Callback<Expat.XMLEndElementHandler> end =
            expat
                .binding()
                .callback(
                    Expat.XMLEndElementHandler.class,
                    (user, name) -> told.add(name.readString(0) + ">"));
        Callback<Expat.XMLCharacterDataHandler> text =
            expat
                .binding()
                .callback(
                    Expat.XMLCharacterDataHandler.class,
                    (user, from, length) -> told.add(text(from, length)))) {
      Pointer parser = expat.XML_ParserCreate("UTF-8");
      expat.XML_SetElementHandler(parser, start, end);
      expat.XML_SetCharacterDataHandler(parser, text);
      byte[] document = "<a><b>größer</b></a>".getBytes(StandardCharsets.UTF_8);

      assertEquals(
          Expat.XML_STATUS_OK, expat.XML_Parse(parser, document, document.length, Expat.XML_TRUE));
      assertEquals(List.of("<a", "<b", "größer", "b>", "a>"), told);
      expat.XML_ParserFree(parser);

      Pointer other = expat.XML_ParserCreate(null);
      assertEquals(Expat.XML_STATUS_ERROR, expat.XML_Parse(other, "<a></b>", 7, 1));
      assertEquals("mismatched tag", expat.XML_ErrorString(expat.XML_GetErrorCode(other)));
      expat.XML_ParserFree(other);
      assertEquals("expat_2.5.0", expat.XML_ExpatVersion());
    }
  }

  private static String text(Pointer from, int length) {
    byte[] bytes = new byte[length];
    from.read(0, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
