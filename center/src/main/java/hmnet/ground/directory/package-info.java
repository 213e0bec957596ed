/// Facilities and the people who work there (参加施設・利用者).
@NullMarked
package hmnet.ground.directory;

import org.jspecify.annotations.NullMarked;
