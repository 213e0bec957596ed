/// Keys in people's devices that sign them in (パスキー; W3C Web Authentication Level 3).
@ApplicationModule
@NullMarked
package hmnet.ground.passkeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
