/// A municipality's resident list as evidence (住民情報), taken in by the office and forgotten after its term.
@ApplicationModule
@NullMarked
package hmnet.office.municipality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
