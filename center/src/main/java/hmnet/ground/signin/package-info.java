/// Who is at the screen: two factors, sessions, client certificates (認証).
@ApplicationModule
@NullMarked
package hmnet.ground.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
