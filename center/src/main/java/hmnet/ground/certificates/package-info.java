/// A facility's machine registers its next certificate before the one in use ends (次の証明書の登録).
@ApplicationModule
@NullMarked
package hmnet.ground.certificates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
