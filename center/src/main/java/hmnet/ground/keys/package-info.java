/// The centre's keys (鍵): one master key, from which every other key is derived or under which it is wrapped.
@ApplicationModule
@NullMarked
package hmnet.ground.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
