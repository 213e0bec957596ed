/// How one user wants the pages of a chart to open, and the sheet of keys (表示の設定・キー操作).
@ApplicationModule
@NullMarked
package hmnet.care.arrangement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
