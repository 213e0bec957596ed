package hmnet.formats.model.terms;

import java.util.Set;

/// A column of a code table that holds codes (コードの列).
///
/// @param system as FHIR names it
/// @param grain how fine its codes are
/// @param named the row's name is the name of this code
record CodeColumn(String system, Grain grain, boolean named) {
    /// How fine a code is (粒度).
    enum Grain {
        /// Names what the row is about, no more and no less.
        EXACT,
        /// Names more than the row: a class, a product without its company. Never led back from.
        WIDER,
        /// A facility's own: explained, never given.
        OWN
    }

    boolean isGiven() {
        return grain != Grain.OWN;
    }

    /// Whether a code of another column follows from one of this: nothing finer follows from a class.
    boolean tells(CodeColumn other) {
        return grain != Grain.WIDER || other.grain == Grain.WIDER;
    }

    /// Where a column of codes stands in a file.
    ///
    /// @param heading folded; empty where the columns have numbers
    /// @param number from 1; 0 where they have headings
    /// @param optional lines may end before it
    /// @param first how many characters count; 0 all
    /// @param length it must have; 0 any
    /// @param except codes that say nothing, such as 未コード化傷病名
    record Place(String heading, int number, boolean optional, int first, int length, Set<String> except) {
        String code(String cell) {
            var code = first > 0 && cell.length() > first ? cell.substring(0, first) : cell;
            return length > 0 && code.length() != length || except.contains(code) ? "" : code;
        }
    }
}
