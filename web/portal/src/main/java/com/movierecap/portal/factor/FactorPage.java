package com.movierecap.portal.factor;

import com.movierecap.identity.factor.Enrolment;
import com.movierecap.identity.factor.FactorStatus;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.page.Once;
import com.movierecap.portal.session.EnrolmentDue;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** How the reader signs in: with a second factor or without, as far as that is theirs to choose. */
@Named("factor")
@RequestScoped
public class FactorPage {
  @Inject private SecondFactors factors;
  @Inject private FactorSteps steps;
  @Inject private EnrolmentDue enrolment;

  private final Once<FactorStatus> status = new Once<>(() -> factors.status(steps.account()));
  private final Once<Optional<Enrolment>> begun =
      new Once<>(() -> factors.findBegun(steps.account()));

  /** What the page is about: codes, begun, enrolled or none. */
  public String getState() {
    if (!getCodes().isEmpty()) {
      return "codes";
    }
    if (begun.get().isPresent()) {
      return "begun";
    }
    return getStatus().hasProgram() ? "enrolled" : "none";
  }

  public FactorStatus getStatus() {
    return status.get();
  }

  public QrCode getQr() {
    return QrCode.of(begun.get().orElseThrow(ProblemException::notFound).otpauthUri());
  }

  /** In groups of four, as people type them. */
  public String getSecret() {
    return begun.get().map(shown -> shown.secret().replaceAll("(.{4})(?=.)", "$1 ")).orElse("");
  }

  public List<String> getCodes() {
    return steps.codes();
  }

  /** Whether nothing else opens before. */
  public boolean isDue() {
    return enrolment.isDue();
  }
}
