package hmnet.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No code touches a type that its package keeps to itself (他パッケージの非公開型). With `var` and with lambdas that
/// compiles; it fails with an `IllegalAccessError` where a patient waits.
class AccessTest {
    @Test
    void noCodeTouchesATypeThatAnotherPackageKeepsToItself() {
        var kept = keptByTheirPackage();
        TidyTest.none(Classes.SHIPPED.stream()
                .flatMap(type -> touched(model(type))
                        .filter(name -> kept.contains(name) && !packageOf(name).equals(type.getPackageName()))
                        .distinct()
                        .map(name -> "%s touches %s: make that type public, or keep it from going out"
                                .formatted(type.getName(), name))));
    }

    @Test
    void aTypeThatOnlyALambdaHandsOnIsFound() {
        assertThat(touched(model(new ClassFileImporter().importClass(HandedOn.class))))
                .contains("java.lang.StringBuilder");
    }

    /// The lambda's parameter has a type that no line names.
    static final class HandedOn {
        int length(Optional<StringBuilder> text) {
            return text.map(held -> held.length()).orElse(0);
        }
    }

    private static Set<String> keptByTheirPackage() {
        var kept = new HashSet<String>();
        for (var type : Classes.SHIPPED) {
            if (!model(type).flags().has(AccessFlag.PUBLIC)) {
                kept.add(type.getName());
            }
        }
        return kept;
    }

    /// What the virtual machine looks up, and asks whether it may, when the code runs.
    private static Stream<String> touched(ClassModel model) {
        return model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(CodeModel::elementStream)
                .flatMap(AccessTest::touched)
                .map(AccessTest::name);
    }

    private static Stream<ClassDesc> touched(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call -> Stream.of(desc(call.owner()));
            case FieldInstruction field -> Stream.of(desc(field.owner()));
            case NewObjectInstruction made -> Stream.of(desc(made.className()));
            case NewReferenceArrayInstruction made -> Stream.of(desc(made.componentType()));
            case TypeCheckInstruction check -> Stream.of(desc(check.type()));
            case ExceptionCatch caught -> caught.catchType().map(AccessTest::desc).stream();
            case InvokeDynamicInstruction lambda ->
                Stream.concat(
                        types(lambda.typeSymbol()),
                        lambda.bootstrapArgs().stream().flatMap(AccessTest::types));
            default -> Stream.empty();
        };
    }

    private static Stream<ClassDesc> types(ConstantDesc argument) {
        return switch (argument) {
            case MethodTypeDesc type -> types(type);
            case DirectMethodHandleDesc method ->
                Stream.concat(Stream.of(method.owner()), types(method.invocationType()));
            default -> Stream.empty();
        };
    }

    private static Stream<ClassDesc> types(MethodTypeDesc type) {
        return Stream.concat(Stream.of(type.returnType()), type.parameterList().stream());
    }

    private static ClassDesc desc(ClassEntry entry) {
        return entry.asSymbol();
    }

    private static String name(ClassDesc type) {
        var element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        return element.isPrimitive() ? element.displayName() : element.packageName() + "." + simple(element);
    }

    /// With the `$` of nested types, as ArchUnit names them.
    private static String simple(ClassDesc type) {
        var descriptor = type.descriptorString();
        return descriptor.substring(descriptor.lastIndexOf('/') + 1, descriptor.length() - 1);
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static ClassModel model(JavaClass type) {
        try (var bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
