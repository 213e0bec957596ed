/// What stands inside archives and workbooks, searched before they are kept (書庫・表計算の中身).
@NullMarked
package hmnet.record.inbox.packed;

import org.jspecify.annotations.NullMarked;
