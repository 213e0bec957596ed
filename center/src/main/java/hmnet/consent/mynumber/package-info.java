/// The regional ID by My Number card (マイナンバーカードによる利用者証明): the user certificate signs, the
/// individual number is never read.
@ApplicationModule
@NullMarked
package hmnet.consent.mynumber;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
