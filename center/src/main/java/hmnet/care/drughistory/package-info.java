/// Every drug of a person through the years, injections, and the medicine handbook (薬歴・注射・お薬手帳).
@ApplicationModule
@NullMarked
package hmnet.care.drughistory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
