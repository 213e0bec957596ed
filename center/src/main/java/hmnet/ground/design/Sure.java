package hmnet.ground.design;

import java.util.List;
import java.util.Map;

/// The last look before something that cannot be taken back (実行前の確認): what, of whom, and what
/// follows. The form goes to the same address again, with `sure`.
///
/// @param whom name, reading and birth date, line by line
/// @param effects what follows, a sentence each
/// @param fields what the form before it said
/// @param back where to go instead
public record Sure(
        String title,
        List<String> whom,
        List<String> effects,
        String path,
        Map<String, String> fields,
        String word,
        String back) {}
