package hmnet.formats.ssmix2.storage;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import java.util.List;

/// A row of the index table SSMIXIDX (インデックスデータベース), as it follows from a file's place: the index
/// can always be rebuilt from the tree.
///
/// @param volume label of the volume, such as `STD01`
/// @param facility institution number of 10 digits
record IndexRow(
        String volume,
        String facility,
        String patient,
        String orderDate,
        String dataKind,
        String orderNumber,
        String processing,
        String department,
        String transactionTime,
        String directory,
        String fileName) {
    /// Of a file of the standard storage; flags 1 and 2 are insertions.
    public static IndexRow of(String volume, String facility, StorageName name) {
        var day = name.careDate();
        return new IndexRow(
                volume,
                facility,
                name.patient(),
                day == null ? "-" : Hl7Time.hl7(day),
                name.kind().code(),
                name.orderNumber(),
                name.flag() == Flag.RETRACTED ? "DEL" : "INS",
                name.department(),
                name.occurred(),
                name.folder(),
                name.fileName());
    }

    /// Of a content folder of the extended storage.
    public static IndexRow of(String volume, String facility, ExtendedPath path) {
        return new IndexRow(
                volume,
                facility,
                path.patient(),
                path.day(),
                path.kind().folder(),
                path.key(),
                path.flag() == Flag.RETRACTED ? "DEL" : "INS",
                path.department(),
                path.occurred(),
                path.folder(),
                path.contentFolder());
    }

    /// Its columns in the order of the table, without the time of updating.
    public List<String> columns() {
        return List.of(
                volume,
                facility,
                patient,
                orderDate,
                dataKind,
                orderNumber,
                processing,
                department,
                transactionTime,
                directory,
                fileName);
    }
}
