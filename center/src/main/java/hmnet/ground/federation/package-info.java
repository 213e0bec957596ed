/// Staff who sign in by the identity provider of their hospital (病院の認証基盤によるサインイン).
@ApplicationModule
@NullMarked
package hmnet.ground.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
