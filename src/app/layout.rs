//! How much fits: the numbers that both scrolling and drawing go by.
//! Imports nothing.

/// The size of the terminal in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// The smallest terminal the program draws in.
pub const SMALLEST: Size = Size { width: 40, height: 12 };
/// The lowest terminal in which a decision can be confirmed: below it the summary would not stand there whole.
const LOWEST_SUMMARY: u16 = 20;
/// From this width on, rows of a list stand on one line.
const ONE_LINE: u16 = 78;
/// From this width on, the points of a report stand in two columns.
const TWO_COLUMNS: u16 = 160;
/// Lines of a list screen that are not rows: title, period, views, head, detail, message, keys.
const LIST_FRAME: u16 = 7;
/// Lines of the batch screen that are not cases: title, policy, numbers, head, two of the selected case, the next step, message, keys.
const BATCH_FRAME: u16 = 9;
/// Lines of the grid of extension counts that are not rows: title, subject, head, two of the row, message, keys.
const GRID_FRAME: u16 = 7;
/// Lines of the report screen that are not points: three of title, head, three of the point, message, keys.
const REPORT_FRAME: u16 = 9;

impl Size {
    /// True when nothing sensible can be drawn.
    #[must_use]
    pub fn is_too_small(self) -> bool {
        self.width < SMALLEST.width || self.height < SMALLEST.height
    }

    /// True when the summary before a decision stands on the screen whole.
    #[must_use]
    pub fn shows_summary(self) -> bool {
        !self.is_too_small() && self.height >= LOWEST_SUMMARY
    }

    /// True when rows need two lines each.
    #[must_use]
    pub fn is_narrow(self) -> bool {
        self.width < ONE_LINE
    }

    /// How many lines a row of a list takes.
    #[must_use]
    pub fn lines_per_row(self) -> u16 {
        if self.is_narrow() { 2 } else { 1 }
    }

    /// How many rows of a list fit.
    #[must_use]
    pub fn list_rows(self) -> usize {
        usize::from((self.height.saturating_sub(LIST_FRAME) / self.lines_per_row()).max(1))
    }

    /// How many cases of a batch fit.
    #[must_use]
    pub fn batch_rows(self) -> usize {
        usize::from((self.height.saturating_sub(BATCH_FRAME) / self.lines_per_row()).max(1))
    }

    /// How many rows of the grid of extension counts fit.
    #[must_use]
    pub fn grid_rows(self) -> usize {
        usize::from((self.height.saturating_sub(GRID_FRAME) / self.lines_per_row()).max(1))
    }

    /// How many columns of points the report screen has.
    #[must_use]
    pub fn point_columns(self) -> usize {
        if self.width >= TWO_COLUMNS { 2 } else { 1 }
    }

    /// How many lines of points one column holds.
    #[must_use]
    pub fn point_lines(self) -> usize {
        usize::from(self.height.saturating_sub(REPORT_FRAME).max(1))
    }

    /// How many rows of points fit in all columns.
    #[must_use]
    pub fn point_rows(self) -> usize {
        self.point_lines() * self.point_columns()
    }

    /// How many lines a text page (help, timeline) shows.
    #[must_use]
    pub fn text_lines(self) -> usize {
        usize::from(self.height.saturating_sub(5).max(1))
    }
}

/// The first row shown so that the selected one is visible, moving no more than needed.
#[must_use]
pub fn follow(top: usize, selected: usize, page: usize, total: usize) -> usize {
    let page = page.max(1);
    let lowest = total.saturating_sub(page);
    let top = top.min(lowest);
    if selected < top {
        selected
    } else if selected >= top + page {
        selected + 1 - page
    } else {
        top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_moves_no_more_than_needed_to_show_the_selected_row() {
        assert_eq!(follow(0, 5, 10, 100), 0);
        assert_eq!(follow(0, 10, 10, 100), 1);
        assert_eq!(follow(50, 40, 10, 100), 40);
        assert_eq!(follow(95, 96, 10, 100), 90, "no empty lines at the end");
        assert_eq!(follow(7, 0, 10, 3), 0);
    }

    #[test]
    fn all_points_fit_on_one_page_at_160_by_45() {
        let size = Size { width: 160, height: 45 };
        assert!(size.point_rows() >= 58, "{}", size.point_rows());
    }
}
