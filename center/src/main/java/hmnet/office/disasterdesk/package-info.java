/// What was opened while a disaster mode held is looked through by the office (災害時の閲覧の振り返り).
@ApplicationModule
@NullMarked
package hmnet.office.disasterdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
