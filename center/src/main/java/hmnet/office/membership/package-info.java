/// Who works where, under which profession, with which factors, and until when (利用者の管理).
@ApplicationModule
@NullMarked
package hmnet.office.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
