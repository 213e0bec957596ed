/// Who represents a person, within which scope and until when, and what a death ends (代理・死亡).
@ApplicationModule
@NullMarked
package hmnet.consent.proxies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
