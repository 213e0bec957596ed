/// A hospital changes what it shows to whom (開示ルールの変更): tried beforehand, dated, by two.
@ApplicationModule
@NullMarked
package hmnet.office.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
