package hmnet.care.emergencycode;

import java.util.Set;

/// What a person wants in a code (救急QRの範囲).
///
/// @param sensitive whether records that need special care, such as psychiatry, stand in it too
/// @param months until it ends
record CodeScope(Set<CodePart> parts, boolean sensitive, int months) {
    static final int MONTHS_MAX = 12;
    static final int MONTHS = 3;
}
