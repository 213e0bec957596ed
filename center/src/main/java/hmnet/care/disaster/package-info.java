/// What staff of a stricken area see while the disaster mode holds: somebody is found, and what is needed first is read
/// (災害時の閲覧の画面).
@ApplicationModule
@NullMarked
package hmnet.care.disaster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
