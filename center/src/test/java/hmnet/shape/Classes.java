package hmnet.shape;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;

/// The compiled classes that are shipped (本番クラス), read once for all rules; those made from templates are
/// left out.
final class Classes {
    private static final Pattern GENERATED = Pattern.compile("/Jte\\w+Generated");

    static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(
                    location -> !GENERATED.matcher(location.toString()).find())
            .importPackages("hmnet");

    private Classes() {}
}
