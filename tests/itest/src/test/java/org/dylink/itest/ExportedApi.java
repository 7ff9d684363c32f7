package org.dylink.itest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** What users of exported packages can see. */
final class ExportedApi {
  static final DescribedPredicate<JavaClass> IS_EXPORTED =
      DescribedPredicate.describe("are exported", ExportedApi::isExported);

  private ExportedApi() {}

  /** Everything public or protected names types of exported packages and of some others. */
  static ArchCondition<JavaClass> nameOnlyExportedTypesAnd(String... packages) {
    DescribedPredicate<JavaClass> allowed = JavaClass.Predicates.resideInAnyPackage(packages);
    return new ArchCondition<>("name only exported types") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        superTypes(type)
            .filter(named -> !isAllowed(named))
            .forEach(named -> add(events, type, type.getDescription(), named));
        type.getMembers().stream()
            .filter(ExportedApi::isVisible)
            .forEach(member -> check(type, member, events));
      }

      private void check(JavaClass type, JavaMember member, ConditionEvents events) {
        types(member)
            .flatMap(named -> named.getAllInvolvedRawTypes().stream())
            .filter(named -> !isAllowed(named))
            .forEach(named -> add(events, type, member.getDescription(), named));
      }

      private boolean isAllowed(JavaClass named) {
        JavaClass base = named.getBaseComponentType();
        return base.isPrimitive() || allowed.test(base) || isExported(base);
      }
    };
  }

  private static void add(ConditionEvents events, JavaClass type, String where, JavaClass named) {
    events.add(SimpleConditionEvent.violated(type, where + " names " + named.getName()));
  }

  // The annotation is on the package, as bnd reads it.
  private static boolean isExported(JavaClass type) {
    return isVisible(type)
        && type.getPackage().isAnnotatedWith("org.osgi.annotation.bundle.Export");
  }

  private static boolean isVisible(JavaClass type) {
    return isVisible(type.getModifiers().contains(JavaModifier.PUBLIC), type)
        && type.getEnclosingClass().map(ExportedApi::isVisible).orElse(true);
  }

  private static boolean isVisible(boolean isPublic, JavaClass type) {
    return isPublic || type.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaClass> superTypes(JavaClass type) {
    return Stream.concat(
        type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
  }

  private static Stream<JavaType> types(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    Stream<JavaType> thrown = code.getThrowsClause().getTypes().stream().map(t -> t);
    return Stream.of(Stream.of(code.getReturnType()), code.getParameterTypes().stream(), thrown)
        .flatMap(types -> types);
  }
}
