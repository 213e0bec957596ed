/// Files as pictures, drawn by programs that are walled in (ファイルのプレビュー).
@ApplicationModule
@NullMarked
package hmnet.record.previews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
