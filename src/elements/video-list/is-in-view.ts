/** Whether a part of an element is visible, also inside scroll containers. Waits while the page is hidden. */
export function isInView(element: Element): Promise<boolean> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      resolve(!!entry?.isIntersecting);
    });
    observer.observe(element);
  });
}
