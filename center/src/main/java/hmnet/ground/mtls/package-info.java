/// The connector for facilities' machines (相互TLS): which certificates are let in, and for how long.
@ApplicationModule
@NullMarked
package hmnet.ground.mtls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
