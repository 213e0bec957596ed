/// Archives, opened within bounds (書庫ファイル).
@NullMarked
package hmnet.formats.archive;

import org.jspecify.annotations.NullMarked;
