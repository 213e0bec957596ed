/// Archives, opened within bounds (書庫ファイル).
@NullMarked
package hmnet.formats.base.archive;

import org.jspecify.annotations.NullMarked;
