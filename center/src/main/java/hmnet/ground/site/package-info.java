/// How people reach the centre (公開アドレス): by which name, over what, through which proxy.
@ApplicationModule
@NullMarked
package hmnet.ground.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
