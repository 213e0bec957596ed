package hmnet.formats.base;

/// How large a file may be whose content nests (木構造の上限). Each is checked while the file is read, so that a
/// hostile one costs no more than the largest honest one.
///
/// @param nodes elements or values
/// @param attributes of one element
public record TreeLimits(int bytes, int depth, int nodes, int attributes) {
    /// XML: a discharge summary as CDA with its narrative, check-ups, FHIR.
    public static final TreeLimits XML = new TreeLimits(8 << 20, 100, 150_000, 100);

    /// JSON: a document as FHIR with an attached file.
    public static final TreeLimits JSON = new TreeLimits(16 << 20, 64, 250_000, 0);

    /// Replies of a receipt computer and MML, in either syntax.
    public static final TreeLimits EITHER = new TreeLimits(4 << 20, 64, 200_000, 100);

    /// The signed envelope of an electronic prescription; only its way down to the records is looked at.
    public static final TreeLimits ENVELOPE = new TreeLimits(8 << 20, 60, 150_000, 100);
}
