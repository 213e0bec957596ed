/// What was received, stored byte for byte before it is acknowledged (受信箱).
@ApplicationModule
@NullMarked
package hmnet.record.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
