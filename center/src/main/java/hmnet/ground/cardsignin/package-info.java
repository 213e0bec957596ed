/// Signing in with an HPKI card, or at a registered device of a facility (証明書によるサインイン).
@ApplicationModule
@NullMarked
package hmnet.ground.cardsignin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
