/// Strangers' files opened in a process of their own, and scanned where there is a scanner (ファイルの検査).
@ApplicationModule
@NullMarked
package hmnet.record.examination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
