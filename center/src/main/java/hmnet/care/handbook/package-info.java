/// 健康手帳: a resident reads their own records.
@ApplicationModule
@NullMarked
package hmnet.care.handbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
