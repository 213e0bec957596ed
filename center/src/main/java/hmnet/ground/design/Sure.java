package hmnet.ground.design;

import java.util.List;
import java.util.Map;

/// The last look before something that cannot be taken back (実行前の確認): what, of whom, and what
/// follows. The form of it goes to the address of the act, with all that the form before said.
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
