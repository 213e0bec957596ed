/// What a sheet is (帳票の定義): a Questionnaire read strictly into values, with its rules and expressions. It knows no
/// database and no page.
@ApplicationModule
@NullMarked
package hmnet.record.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
