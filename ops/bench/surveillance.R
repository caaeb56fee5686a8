# Judges weekly series by R's surveillance: Rscript surveillance.R SERIES RESULTS TIMES
# SERIES: one series a line, counts separated by commas. Prints "detector weeks judgements seconds" of judging the last weeks of all
# series; writes to RESULTS "detector series upper-bound alarm" of the last week. The series are put into one sts object beforehand.
suppressPackageStartupMessages(library(surveillance))

arguments <- commandArgs(trailingOnly = TRUE)
counts <- t(as.matrix(read.csv(arguments[1], header = FALSE)))
dimnames(counts) <- NULL
times <- as.integer(arguments[3])
last <- nrow(counts)
series <- sts(counts, frequency = 52, start = c(2020, 1))

timed <- function(name, range, repeats, judge) {
  gc(verbose = FALSE)
  seconds <- system.time(for (i in seq_len(repeats)) judged <- judge(range))[["elapsed"]]
  cat(name, length(range), repeats * length(judged@alarm), seconds, "\n")
  judged
}

results <- function(name, judged) {
  week <- nrow(judged)
  data.frame(name, seq_len(ncol(counts)), upperbound(judged)[week, ], as.integer(judged@alarm[week, ]))
}

ears <- function(method) {
  function(range) {
    earsC(series, control = list(range = range, method = method, baseline = 7, minSigma = 1, alpha = 1 - pnorm(3.0902)))
  }
}

farrington <- function(range) {
  farringtonFlexible(series, control = list(range = range, b = 5, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26,
    reweight = TRUE, weightsThreshold = 2.58, trend = TRUE, pThresholdTrend = 1, thresholdMethod = "nbPlugin",
    alpha = 0.005, glmWarnings = FALSE))
}

judged <- list()
for (method in c("C1", "C2", "C3")) {
  name <- paste0("ears_", tolower(method))
  few <- if (method == "C3") (last - 1):last else last # of one week alone, earsC fails for C3
  judged[[name]] <- results(name, timed(name, few, times, ears(method)))
  timed(name, 13:last, times, ears(method))
}
name <- "farrington_flexible"
judged[[name]] <- results(name, timed(name, last, 1, farrington))
write.table(do.call(rbind, judged), arguments[2], quote = FALSE, row.names = FALSE, col.names = FALSE)
