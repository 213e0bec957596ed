/// Messages of the SS-MIX2 standard storage, written strictly from small typed values
/// (標準化ストレージ電文の書き出し).
@NullMarked
package hmnet.formats.hl7v2.message;

import org.jspecify.annotations.NullMarked;
