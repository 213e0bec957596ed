/// Files of no language of health care (その他のファイル): PDF, pictures, films, office documents, known by
/// their first bytes; what could act is refused, what tells more than was meant is taken out.
@NullMarked
package hmnet.formats.other;

import org.jspecify.annotations.NullMarked;
