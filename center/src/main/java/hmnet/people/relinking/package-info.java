/// The whole region matched at once (名寄せ直し).
@ApplicationModule
@NullMarked
package hmnet.people.relinking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
