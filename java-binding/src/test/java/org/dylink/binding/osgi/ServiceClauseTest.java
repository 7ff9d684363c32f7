package org.dylink.binding.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ServiceClauseTest {
  @Test
  void itIsExportedIfThePropertySaysSoForItsInterface() {
    assertExported(true, "service.exported.interfaces=\"*\"");
    assertExported(true, "service.exported.interfaces=com.acme.Zlib");
    assertExported(true, "service.exported.interfaces=\"com.acme.Other, com.acme.Zlib\"");
    assertExported(true, "service.exported.interfaces:List<String>=\"com.acme.Zlib,com.acme.B\"");
    assertExported(false, "service.exported.interfaces=com.acme.Other");
    assertExported(false, "service.exported.interfaces=\"\"");
    assertExported(false, "service.exported.configs=aries.tcp");
  }

  private static void assertExported(boolean expected, String attribute) {
    ServiceClause clause = ServiceHeader.parse("com.acme.Zlib;library=libz.so;" + attribute).get(0);
    assertEquals(expected, clause.isExported(), attribute);
  }
}
