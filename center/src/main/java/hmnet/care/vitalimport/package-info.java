/// Measurements taken in from the file of a device or an app (測定ファイルの取り込み).
@ApplicationModule
@NullMarked
package hmnet.care.vitalimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
