/// Sub-systems that take the sign-in of the centre (サブシステムのシングルサインオン): an OpenID provider for staff.
@ApplicationModule
@NullMarked
package hmnet.ground.openid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
