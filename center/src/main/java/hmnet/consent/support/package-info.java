/// Residents who say that they need support in a disaster, and the list of their municipality (要配慮者の申出).
@ApplicationModule
@NullMarked
package hmnet.consent.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
