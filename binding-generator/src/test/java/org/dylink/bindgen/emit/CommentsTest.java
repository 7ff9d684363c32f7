package org.dylink.bindgen.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommentsTest {
  private static String of(String comment, String... parameters) {
    return Comments.of(Comments.Text.of(comment, "", List.of(parameters), true), "");
  }

  @Test
  void oneLineStaysOne() {
    assertEquals("/** A place. */\n", of("/* A place. */"));
    assertEquals("/** A place. */\n", of("// A place."));
    assertEquals("/** A place. */\n", of("/**< A place. */"));
    assertEquals("/** A place. */\n", of("/*!\n * A place.\n **/"));
    assertEquals("", of("/* */"));
  }

  @Test
  void rulesAndStarsAreNoText() {
    assertEquals(
        """
        /**
         * CAPI3REF: Closing
         *
         * <p>Two lines
         * of text
         */
        """,
        of("/*\n** CAPI3REF: Closing\n** ----------\n**\n** Two lines\n** of text\n*/"));
    assertEquals("/** Text */\n", of("/********\n * Text\n ********/"));
  }

  @Test
  void whatMeansSomethingToJavadocIsEscaped() {
    assertEquals(
        "/** &lt;b&gt; &amp;amp; {&#64;code x} &#92;u002a/ */\n",
        of("/* <b> &amp; {@code x} \\u002a/ */"));
    // No comment of C has it, and several line comments may.
    assertEquals("/** a *&#47; b */\n", of("// a */ b"));
  }

  @Test
  void tagsOfDoxygenAreThoseOfJava() {
    assertEquals(
        """
        /**
         * Adds.
         *
         * @param a the first,
         *     of two
         * @param b the second
         * @return the sum
         */
        """,
        of(
            "/**\n * \\brief Adds.\n * @return the sum\n * @param[in] a the first,\n *   of two\n"
                + " * \\param b the second\n */",
            "a",
            "b"));
  }

  @Test
  void tagsThatJavaWouldRefuseAreText() {
    assertEquals(
        """
        /**
         * c is none
         * &#64;deprecated
         */
        """,
        of("/** @param c is none\n * @deprecated\n * @param\n */", "a").replace("\n * \n", "\n"));
  }
}
