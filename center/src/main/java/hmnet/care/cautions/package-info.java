/// What everybody who treats a person must know at once (注意), as rows that may be shown tell it.
@ApplicationModule
@NullMarked
package hmnet.care.cautions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
