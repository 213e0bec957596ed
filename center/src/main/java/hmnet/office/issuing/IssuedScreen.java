package hmnet.office.issuing;

import hmnet.office.issuing.PeopleScreen.CardLine;
import java.util.List;

/// The cards that the reader's own organisation issued (自組織の発行一覧).
record IssuedScreen(List<CardLine> lines) {}
