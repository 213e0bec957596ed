/// The page on which the office reviews emergency openings (救急の閲覧の審査).
@ApplicationModule
@NullMarked
package hmnet.office.emergencydesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
