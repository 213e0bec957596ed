/// What care providers report to LIFE (科学的介護情報システム LIFE の CSV): users, assessments, plans.
@NullMarked
package hmnet.formats.life;

import org.jspecify.annotations.NullMarked;
