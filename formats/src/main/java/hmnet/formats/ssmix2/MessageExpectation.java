package hmnet.formats.ssmix2;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.hl7v2.segment.OrderControl;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Whether a message is what its folder says (電文型の検査), and whether it deletes.
final class MessageExpectation {
    private MessageExpectation() {}

    static void check(StorageName name, Message message, Collection<Repair> repairs) throws BadStorage {
        var kind = name.kind();
        var type = message.type();
        if (type.equals(kind.insertion())) {
            need(name, message);
        } else if (!type.equals(kind.deletion())) {
            if (!tolerated(kind, type)) {
                throw new BadStorage("message-type", type + " in " + kind.code());
            }
            repairs.add(new Repair("message-type", "MSH-9", type + " instead of " + kind.insertion()));
            need(name, message);
        }
    }

    /// Another trigger of the same order message, or another "patient changed" for ADT-00, tells the same.
    private static boolean tolerated(StorageKind kind, String type) {
        if (kind == StorageKind.ADT_00) {
            return Set.of("ADT^A28", "ADT^A31", "ADT^A04", "ADT^A01").contains(type);
        }
        return kind.hasOrderNumber() && type.startsWith(kind.insertion().substring(0, 4));
    }

    private static void need(StorageName name, Message message) throws BadStorage {
        for (var wanted : needed(name.kind())) {
            if (message.first(wanted) == null) {
                throw new BadStorage(
                        "segment-missing", "no " + wanted + " in " + name.kind().code());
            }
        }
    }

    private static List<String> needed(StorageKind kind) {
        return switch (kind) {
            case ADT_01, ADT_12, ADT_21, ADT_22, ADT_31, ADT_32, ADT_41, ADT_42, ADT_51, ADT_52 -> List.of("PV1");
            case PPR_01 -> List.of("PRB");
            case OMP_01, OMP_02 -> List.of("RXE");
            case OMP_11, OMP_12 -> List.of("RXA");
            case OML_01 -> List.of("OBR");
            case OML_11 -> List.of("OBX");
            case ADT_00, ADT_61 -> List.of();
            case OMD -> List.of("ORC");
            case OMG_01, OMG_02, OMG_03, OMG_11, OMG_12, OMG_13 -> List.of("OBR");
        };
    }

    static boolean deletes(StorageName name, Message message) {
        if (message.type().equals(name.kind().deletion())) {
            return true;
        }
        boolean any = false;
        for (var segment : message.segments()) {
            if (segment.is("ORC") && name.kind().hasOrderNumber()) {
                any = true;
                if (!OrderControl.isTakenBack(message, segment)) {
                    return false;
                }
            }
        }
        return any;
    }
}
